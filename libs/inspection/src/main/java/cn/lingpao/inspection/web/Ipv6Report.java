package cn.lingpao.inspection.web;

import cn.lingpao.inspection.Cause;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether a host is there over IPv6.
 *
 * @param addresses its AAAA records
 * @param connected whether one of them took a connection
 * @param cause why that is not known ({@code NO_IPV6}, {@code DNS}, {@code INTERNAL_ADDRESS}), or how the connection failed
 * @param detail in a sentence
 * @param evidence SHA-256, hex, of the archived report
 */
public record Ipv6Report(
        List<String> addresses, boolean connected, @Nullable Cause cause, String detail, String evidence) {}
