package cn.lingpao.cli.deadletter;

/** Where a dead letter was read before it failed. */
public record Origin(String topic, int partition, long offset) {

    @Override
    public String toString() {
        return topic + "-" + partition + "@" + offset;
    }
}
