/** What a release is, what may be shown in it, and how its content is hashed. */
@NullMarked
package cn.lingpao.publication.domain;

import org.jspecify.annotations.NullMarked;
