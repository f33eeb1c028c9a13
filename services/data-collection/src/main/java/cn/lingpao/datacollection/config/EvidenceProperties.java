package cn.lingpao.datacollection.config;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How evidence is bounded.
 *
 * @param maxSize bytes that one piece may have; the largest body of a request bounds it too
 * @param mostPixels pixels that an image may have to be decoded for its thumbnail
 */
@ConfigurationProperties("lingpao.evidence")
record EvidenceProperties(
        @DefaultValue("16MB") DataSize maxSize,
        @DefaultValue("64000000") long mostPixels) {}
