/** The development issuer: an OpenID Connect provider with demo users, for machines without one of their own. */
@NullMarked
package cn.lingpao.standalone.issuer;

import org.jspecify.annotations.NullMarked;
