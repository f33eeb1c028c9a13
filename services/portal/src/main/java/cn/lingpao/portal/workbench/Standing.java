package cn.lingpao.portal.workbench;

import java.util.List;

/**
 * A cell that rests on a piece of evidence.
 *
 * @param target its target
 * @param checkPoint its check point
 */
public record Standing(String target, String checkPoint) {

    /** @param cells as the API names them: {@code target/checkPoint} */
    static List<Standing> of(List<String> cells) {
        return cells.stream()
                .filter(cell -> cell.contains("/"))
                .map(cell -> new Standing(cell.substring(0, cell.indexOf('/')), cell.substring(cell.indexOf('/') + 1)))
                .toList();
    }
}
