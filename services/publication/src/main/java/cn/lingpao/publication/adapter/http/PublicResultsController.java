package cn.lingpao.publication.adapter.http;

import cn.lingpao.publication.application.ReadReleases;
import cn.lingpao.publication.domain.Release;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.DigestUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Published results for everybody, without a login. It knows releases only. */
@RestController
@Tag(name = "results", description = "Published results. {release} is a number or 'latest'.")
class PublicResultsController {

    private final ReadReleases releases;

    PublicResultsController(ReadReleases releases) {
        this.releases = releases;
    }

    @GetMapping("/public/campaigns")
    @Operation(summary = "Campaigns that have a release, each with its newest")
    @ApiResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = PublicShapes.Campaigns.class)))
    ResponseEntity<byte[]> campaigns() {
        return current(Overviews.campaigns(releases.campaigns()));
    }

    @GetMapping("/public/campaigns/{campaign}/releases")
    @Operation(summary = "Releases of a campaign, newest first; a correction names the one it replaces")
    @ApiResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = PublicShapes.Releases.class)))
    ResponseEntity<byte[]> releases(@PathVariable String campaign) {
        List<Release> found = releases.releases(campaign);
        return found.isEmpty() ? PublicAnswers.notFound() : current(Overviews.releases(found));
    }

    @GetMapping("/public/campaigns/{campaign}/releases/{release}")
    @Operation(summary = "A release: campaign, framework, lists, and the SHA-256 of every document")
    @ApiResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = PublicShapes.Release.class)))
    ResponseEntity<byte[]> release(@PathVariable String campaign, @PathVariable String release) {
        return releases.release(campaign, release)
                .map(found -> PublicAnswers.part(
                        found,
                        release,
                        found.hash() + "-" + found.number(),
                        MediaType.APPLICATION_JSON,
                        Overviews.release(found)))
                .orElseGet(PublicAnswers::notFound);
    }

    @GetMapping("/public/campaigns/{campaign}/releases/{release}/content")
    @Operation(summary = "The content byte by byte: its SHA-256 is the hash of the release")
    @ApiResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = PublicShapes.Content.class)))
    ResponseEntity<byte[]> content(@PathVariable String campaign, @PathVariable String release) {
        return releases.release(campaign, release)
                .map(found ->
                        PublicAnswers.part(found, release, found.hash(), MediaType.APPLICATION_JSON, found.content()))
                .orElseGet(PublicAnswers::notFound);
    }

    @GetMapping("/public/campaigns/{campaign}/releases/{release}/targets/{target}")
    @Operation(summary = "The score sheet of a target; its SHA-256 stands in the release")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = PublicShapes.Sheet.class)))
    ResponseEntity<byte[]> target(
            @PathVariable String campaign, @PathVariable String release, @PathVariable String target) {
        Optional<Release> found = releases.release(campaign, release);
        return found.flatMap(of -> releases.sheet(of, target)
                        .map(sheet -> PublicAnswers.part(
                                of, release, sheet.hash(), MediaType.APPLICATION_JSON, sheet.json())))
                .orElseGet(PublicAnswers::notFound);
    }

    private static ResponseEntity<byte[]> current(String json) {
        return PublicAnswers.current(DigestUtils.md5DigestAsHex(json.getBytes(StandardCharsets.UTF_8)), json);
    }
}
