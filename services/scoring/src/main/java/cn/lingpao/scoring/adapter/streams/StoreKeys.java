package cn.lingpao.scoring.adapter.streams;

import cn.lingpao.scoring.adapter.streams.state.TargetFile;

/**
 * Keys of the stores. Parts are joined by a line feed, which no id contains, so that the prefix of one owner never
 * reaches into another's ({@code city} and {@code city-2}).
 */
final class StoreKeys {

    private static final char END = '\n';

    private StoreKeys() {}

    static String group(String campaignId, String groupId) {
        return campaignId + "/" + groupId;
    }

    static String groupId(String group) {
        return group.substring(group.indexOf('/') + 1);
    }

    static String targetId(String target) {
        return target.substring(target.indexOf('/') + 1);
    }

    static String sheet(String group, String targetId) {
        return below(group, "sheet") + targetId;
    }

    static String ranking(String group, String listId) {
        return below(group, "ranking") + listId;
    }

    /** Everything under an owner starts with this. */
    static String below(String... owners) {
        return String.join(String.valueOf(END), owners) + END;
    }

    /** The group that the target of a file is registered in. */
    static String groupOf(TargetFile file) {
        String key = file.key();
        return key.substring(0, key.indexOf('/') + 1) + file.groupId();
    }
}
