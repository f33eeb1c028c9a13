package cn.lingpao.load.live;

/** What is measured: it takes messages, each for a target, and shows when they have arrived. */
interface Subject extends AutoCloseable {

    String name();

    /** Sends the target's next message and notes it in the journal. */
    void send(int target, Journal journal);

    /** Notes what has arrived since it was last asked. */
    void look(Journal journal);

    @Override
    void close();
}
