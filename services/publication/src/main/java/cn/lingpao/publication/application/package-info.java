/** Use cases: take in scores, create a release, read what was released. */
@NullMarked
package cn.lingpao.publication.application;

import org.jspecify.annotations.NullMarked;
