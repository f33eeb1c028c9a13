package cn.lingpao.inspection.reading;

import java.net.URI;
import java.util.Optional;

/**
 * A line of a list: what it links to and the date printed beside it.
 *
 * @param date as printed in the list; empty where the list prints none
 */
public record Item(String title, URI url, Optional<DateReading> date) {}
