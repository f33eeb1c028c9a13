/** Wires the service. */
@NullMarked
package cn.lingpao.casesubmission.config;

import org.jspecify.annotations.NullMarked;
