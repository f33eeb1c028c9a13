/** What every service does alike at its HTTP door: who may come in, what a refusal looks like, how large a body may be. */
@NullMarked
package cn.lingpao.servicesupport;

import org.jspecify.annotations.NullMarked;
