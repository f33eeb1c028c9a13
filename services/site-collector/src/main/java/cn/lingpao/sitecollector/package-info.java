/** The bundled collector: visits the web channels that campaigns assign to it and delivers what it found to the intake. */
@NullMarked
package cn.lingpao.sitecollector;

import org.jspecify.annotations.NullMarked;
