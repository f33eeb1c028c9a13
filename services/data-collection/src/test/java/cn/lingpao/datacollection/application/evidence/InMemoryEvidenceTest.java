package cn.lingpao.datacollection.application.evidence;

class InMemoryEvidenceTest extends EvidenceStoreKit {

    private final InMemoryEvidence evidence = new InMemoryEvidence();

    @Override
    protected EvidenceStore store() {
        return evidence;
    }
}
