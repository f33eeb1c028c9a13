package cn.lingpao.embedded;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import io.netty.channel.Channel;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStore.TxCounter;

/** Answers a command that may write only when what it wrote is in the file. */
final class DurableBackend extends H2Backend {

    private static final Set<String> READS = Set.of(
            "find",
            "getmore",
            "count",
            "distinct",
            "listcollections",
            "listindexes",
            "listdatabases",
            "killcursors",
            "hello",
            "ismaster",
            "ping",
            "buildinfo",
            "serverstatus",
            "dbstats",
            "collstats",
            "connectionstatus",
            "hostinfo",
            "whatsmyuri",
            "getparameter",
            "endsessions");

    private static final int WRITES_AT_ONCE = 100_000;
    private static final int FIRST_BATCH = 101;

    private final GroupCommit commit;

    DurableBackend(MVStore store, GroupCommit commit) {
        this.commit = commit;
        super(store);
    }

    @Override
    protected MongoDatabase openOrCreateDatabase(String name) {
        return new DurableDatabase(name, getMvStore(), getCursorRegistry());
    }

    @Override
    public Document handleCommand(Channel channel, String database, String command, Document query) {
        switch (command.toLowerCase(Locale.ROOT)) {
            case "hello", "ismaster" -> {
                return hello(channel, database, query);
            }
            case "listdatabases" -> {
                return databases();
            }
            case "find" -> {
                return answer(channel, database, command, inBatches(query, FIRST_BATCH));
            }
            case "getmore" -> {
                return answer(channel, database, command, inBatches(query, Integer.MAX_VALUE));
            }
            default -> {
                return answer(channel, database, command, query);
            }
        }
    }

    /** Without a size of its own a first reply holds 101 documents, as MongoDB's does, and the next what a reply may. */
    private static Document inBatches(Document query, int size) {
        boolean asked = query.get("batchSize") instanceof Number number && number.intValue() > 0;
        if (!asked && !Boolean.TRUE.equals(query.get("singleBatch"))) {
            query.put("batchSize", size);
        }
        return query;
    }

    private Document answer(Channel channel, String database, String command, Document query) {
        return mayWrite(command, query)
                ? commit.write(() -> super.handleCommand(channel, database, command, query))
                : read(() -> super.handleCommand(channel, database, command, query));
    }

    /** What a command reads stays in the file until it has read it, however much is written and compacted meanwhile. */
    private <T> T read(Supplier<T> command) {
        TxCounter version = getMvStore().registerVersionUsage();
        try {
            return command.get();
        } finally {
            getMvStore().deregisterVersionUsage(version);
        }
    }

    /** Clients send as much in one command as MongoDB takes: every command is a commit of its own. */
    private Document hello(Channel channel, String database, Document query) {
        return super.handleCommand(channel, database, "ismaster", query)
                .append("isWritablePrimary", true)
                .append("maxWriteBatchSize", WRITES_AT_ONCE);
    }

    /** The library opens every database once more to list them. */
    private Document databases() {
        List<Document> names = listDatabaseNames().stream()
                .sorted()
                .map(name -> new Document("name", name)
                        .append("empty", resolveDatabase(name).isEmpty()))
                .toList();
        return new Document("databases", names).append("ok", 1.0);
    }

    /** The library drops every database whose name begins like the dropped one's. */
    @Override
    public void dropDatabase(String name) {
        if (listDatabaseNames().stream().anyMatch(other -> !other.equals(name) && other.startsWith(name))) {
            throw new MongoServerError(20, "IllegalOperation", "another database's name begins with " + name);
        }
        super.dropDatabase(name);
    }

    private static boolean mayWrite(String command, Document query) {
        String name = command.toLowerCase(Locale.ROOT);
        if (name.equals("aggregate")) {
            return query.get("pipeline") instanceof List<?> stages
                    && stages.stream()
                            .anyMatch(stage -> stage instanceof Document document
                                    && (document.containsKey("$out") || document.containsKey("$merge")));
        }
        return !READS.contains(name);
    }
}
