/** Where the parts of the service are put together. */
@NullMarked
package cn.lingpao.sitecollector.config;

import org.jspecify.annotations.NullMarked;
