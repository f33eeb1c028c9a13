/** What can be done with cases, and what that needs from outside. */
@NullMarked
package cn.lingpao.casesubmission.application;

import org.jspecify.annotations.NullMarked;
