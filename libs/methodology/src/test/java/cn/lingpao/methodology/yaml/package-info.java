/** Documents that are not YAML, too large or hostile. */
@NullMarked
package cn.lingpao.methodology.yaml;

import org.jspecify.annotations.NullMarked;
