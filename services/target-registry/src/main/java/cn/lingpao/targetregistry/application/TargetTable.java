package cn.lingpao.targetregistry.application;

import cn.lingpao.targetregistry.domain.Fault;
import cn.lingpao.targetregistry.domain.TargetDetails;
import java.util.List;

/** Understands tables of targets. */
public interface TargetTable {

    Reading read(byte[] file);

    /** What came of reading a file. */
    sealed interface Reading {}

    /** A table with the right columns. */
    record Rows(List<Row> rows) implements Reading {}

    /** No such table: wrong encoding or columns. */
    record Unreadable(List<Fault> faults) implements Reading {}

    /** A row of the table. */
    sealed interface Row {

        /** Line of the file where the row begins, from 1. */
        int line();

        String targetId();
    }

    /** A row that says what a target is. */
    record Described(int line, String targetId, TargetDetails details) implements Row {}

    /** A row that can't be understood. */
    record Broken(int line, String targetId, List<Fault> faults) implements Row {}
}
