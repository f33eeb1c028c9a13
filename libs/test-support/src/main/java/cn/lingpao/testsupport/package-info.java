/** What the tests of every service share: architecture laws, stores, a broker and an issuer of tokens. */
@NullMarked
package cn.lingpao.testsupport;

import org.jspecify.annotations.NullMarked;
