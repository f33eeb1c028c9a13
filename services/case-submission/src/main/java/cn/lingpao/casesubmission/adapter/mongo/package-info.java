/** Cases as documents, each written in one piece with the event it causes, and their attachments in GridFS. */
@NullMarked
package cn.lingpao.casesubmission.adapter.mongo;

import org.jspecify.annotations.NullMarked;
