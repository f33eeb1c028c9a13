package cn.lingpao.cli;

import java.io.PrintWriter;
import java.io.StringWriter;

/** What a command printed and its exit code. */
record Said(int exit, String out, String err) {

    static Said by(String... words) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exit = Lingpao.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(words);
        return new Said(exit, out.toString(), err.toString());
    }
}
