package cn.lingpao.datacollection.application.evidence;

import cn.lingpao.datacollection.domain.evidence.Capture;
import cn.lingpao.datacollection.domain.evidence.Content;

/**
 * What became of a delivery.
 *
 * @param newBytes whether nobody had brought these bytes before
 * @param newCapture whether this act of capturing was unknown
 */
public record Brought(Content content, Capture capture, boolean newBytes, boolean newCapture) {}
