/** A cell, its observations, the people who decide on it, and the verdict they reach. */
@NullMarked
package cn.lingpao.evidencereview.domain;

import org.jspecify.annotations.NullMarked;
