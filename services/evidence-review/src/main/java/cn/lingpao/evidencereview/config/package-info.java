/** Where the parts of the service are put together. */
@NullMarked
package cn.lingpao.evidencereview.config;

import org.jspecify.annotations.NullMarked;
