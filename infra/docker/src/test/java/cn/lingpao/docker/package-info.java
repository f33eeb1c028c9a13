/** What deploys the platform, checked without a container engine or a cluster. */
@NullMarked
package cn.lingpao.docker;

import org.jspecify.annotations.NullMarked;
