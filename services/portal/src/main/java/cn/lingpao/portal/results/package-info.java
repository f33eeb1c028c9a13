/** Published results as the public results API tells them; the portal knows nothing else. */
@NullMarked
package cn.lingpao.portal.results;

import org.jspecify.annotations.NullMarked;
