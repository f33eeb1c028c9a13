package cn.lingpao.testsupport;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

@EachStore
class EachStoreTest {

    private static final Path MARKER = Path.of("target", "store-kits", "EachStoreTest.embedded");

    private final Store store;

    EachStoreTest(Store store) {
        this.store = store;
    }

    @BeforeAll
    static void forget_the_last_run() throws Exception {
        Files.deleteIfExists(MARKER);
    }

    @Test
    void a_class_has_a_fresh_database_on_each_store() {
        assertThat(store.template().getCollectionNames()).isEmpty();
        store.template().insert(new Document("_id", 1), "things");
        assertThat(store.template().findAll(Document.class, "things")).hasSize(1);
    }

    @AfterAll
    static void a_run_leaves_a_marker() {
        assertThat(MARKER).exists();
    }
}
