package cn.lingpao.datacollection.application;

import java.util.List;

/** What a campaign asks: every check point of every target. */
public interface Questions {

    /** In the order of targets and of the framework; empty for a campaign that does not exist. */
    List<Question> of(String campaignId);

    /** One cell: a target, a check point, and both in words. */
    record Question(String targetId, String targetName, String checkPointId, String text) {}
}
