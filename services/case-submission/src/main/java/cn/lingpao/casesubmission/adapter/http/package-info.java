/** Cases over HTTP; personal data go to judges and administrators only. */
@NullMarked
package cn.lingpao.casesubmission.adapter.http;

import org.jspecify.annotations.NullMarked;
