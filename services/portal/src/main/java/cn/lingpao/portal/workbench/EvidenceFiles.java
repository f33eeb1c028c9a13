package cn.lingpao.portal.workbench;

import cn.lingpao.portal.fieldwork.Fieldwork;
import cn.lingpao.portal.fieldwork.Fieldwork.Download;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Bytes of evidence, passed on as the API serves them: an attachment, in a sandbox, never sniffed. */
@Controller
@RequestMapping("/workbench/{campaign}/evidence")
class EvidenceFiles {

    private static final List<String> KEPT =
            List.of("Content-Type", "Content-Disposition", "Content-Length", "X-Evidence-Type", "Repr-Digest");
    private static final List<String> PICTURES =
            List.of("image/png", "image/jpeg", "image/gif", "image/bmp", "image/webp");

    private final Fieldwork fieldwork;

    EvidenceFiles(Fieldwork fieldwork) {
        this.fieldwork = fieldwork;
    }

    @GetMapping("/{sha256:[0-9a-fA-F]{64}}/file")
    void file(@PathVariable String campaign, @PathVariable String sha256, HttpServletResponse response) {
        pass(campaign, sha256, Map.of(), response, false);
    }

    /** A picture in full, to be looked at on a page; what a browser could run is not served like this. */
    @GetMapping("/{sha256:[0-9a-fA-F]{64}}/picture")
    void picture(@PathVariable String campaign, @PathVariable String sha256, HttpServletResponse response) {
        pass(campaign, sha256, Map.of(), response, true);
    }

    @GetMapping("/{sha256:[0-9a-fA-F]{64}}/thumbnail")
    void thumbnail(@PathVariable String campaign, @PathVariable String sha256, HttpServletResponse response) {
        pass(campaign, sha256 + "/thumbnail", Map.of(), response, false);
    }

    @GetMapping("/export")
    void export(
            @PathVariable String campaign,
            @RequestParam(defaultValue = "") String target,
            HttpServletResponse response) {
        pass(campaign, "export", target.isEmpty() ? Map.of() : Map.of("target", target), response, false);
    }

    private void pass(
            String campaign, String path, Map<String, String> query, HttpServletResponse response, boolean shown) {
        fieldwork.bytes(campaign, path, query, download -> {
            response.setHeader("Content-Security-Policy", "default-src 'none'; sandbox");
            response.setHeader("X-Content-Type-Options", "nosniff");
            KEPT.forEach(name -> copy(name, download, response));
            String type = String.valueOf(download.headers().getContentType());
            if (shown && PICTURES.contains(type)) {
                response.setHeader("Content-Disposition", "inline");
            }
            try {
                return download.bytes().transferTo(response.getOutputStream());
            } catch (IOException brokenOff) {
                throw new UncheckedIOException(brokenOff);
            }
        });
    }

    private static void copy(String name, Download download, HttpServletResponse response) {
        String value = download.headers().getFirst(name);
        if (value != null) {
            response.setHeader(name, value);
        }
    }
}
