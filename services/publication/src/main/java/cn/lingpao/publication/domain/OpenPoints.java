package cn.lingpao.publication.domain;

/** How many check points have no score, because nothing was seen or because it could not be determined. */
public record OpenPoints(int missing, int undetermined) {

    static final OpenPoints NONE = new OpenPoints(0, 0);

    OpenPoints plus(OpenPoints other) {
        return new OpenPoints(missing + other.missing, undetermined + other.undetermined);
    }
}
