package cn.lingpao.datacollection.adapter.http;

import cn.lingpao.contracts.Cause;
import cn.lingpao.contracts.Text;
import java.util.Arrays;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The fixed list of causes of UNDETERMINED, each with its remedy in words. */
@RestController
public class CauseController {

    /** A cause and what a person does about it. */
    record CauseView(String cause, Text remedy) {}

    @GetMapping("/causes")
    List<CauseView> causes() {
        return Arrays.stream(Cause.values())
                .map(cause -> new CauseView(cause.id(), cause.remedy()))
                .toList();
    }
}
