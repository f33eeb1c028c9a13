package cn.lingpao.datacollection.domain;

/** Who delivers observations, which decides in whose name he may and which ones. */
public sealed interface Sender {

    /** A person, or an administrator's token: may deliver for himself and import what others observed. */
    record Person() implements Sender {}

    /** A program by its client credentials: delivers in its own name, and only what the campaign assigns to it. */
    record Program(String id) implements Sender {}

    /** The topic inside the network, where each submission names its collector: a program is held to what it is assigned. */
    record Named() implements Sender {}
}
