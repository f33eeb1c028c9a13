/** Ordering runs, carrying them out, and reading how far they are. */
@NullMarked
package cn.lingpao.sitecollector.application;

import org.jspecify.annotations.NullMarked;
