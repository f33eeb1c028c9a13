/** A real Kafka broker and a MongoDB-compatible store inside this process, their data kept in a folder. */
@NullMarked
package cn.lingpao.embedded;

import org.jspecify.annotations.NullMarked;
