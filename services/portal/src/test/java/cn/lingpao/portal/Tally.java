package cn.lingpao.portal;

import cn.lingpao.portal.fieldwork.Matrix;
import cn.lingpao.portal.fieldwork.Point;
import cn.lingpao.portal.fieldwork.Progress;
import java.util.List;
import java.util.Objects;

/** Counts points as the services do. */
final class Tally {

    private Tally() {}

    static Matrix.Field of(List<Point> points) {
        return new Matrix.Field(
                points.size(),
                count(points, "collected"),
                count(points, "undetermined"),
                (int) points.stream().filter(Point::task).count(),
                (int) points.stream().filter(point -> point.holder() != null).count(),
                (int) points.stream().filter(Point::escalated).count(),
                (int) points.stream().filter(Point::fallback).count(),
                points.stream()
                        .map(Point::holder)
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList(),
                points.stream()
                        .filter(point -> point.state().equals("not-collected"))
                        .map(point -> point.dueBy().collector())
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList());
    }

    private static int count(List<Point> points, String state) {
        return (int)
                points.stream().filter(point -> point.state().equals(state)).count();
    }

    static Progress.Count count(List<Point> points) {
        Matrix.Field field = of(points);
        return new Progress.Count(
                field.due(),
                field.collected(),
                field.undetermined(),
                field.due() - field.collected() - field.undetermined(),
                field.tasks(),
                field.escalated());
    }
}
