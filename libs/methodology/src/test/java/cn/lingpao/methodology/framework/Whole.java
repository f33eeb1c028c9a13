package cn.lingpao.methodology.framework;

/** A document that uses every part of the language at least once. */
public final class Whole {

    private Whole() {}

    public static final String DOCUMENT = """
            id: whole
            version: "1"
            name: {zh: 全部, en: Whole}
            ranking: {method: fractional, basis: {digits: 0}, direction: higher, of: scaled, order: score, tieDisplay: " = "}
            levels: [{id: high, name: High, from: 50}, {id: low, name: Low, from: 0}]
            levelsOf: scaled
            missing: exclude
            undetermined: parent-missing
            carryForward: {campaign: c-2020}
            aggregation: {generalised: 0.5}
            before: {method: linear, minus: 1, divideBy: 2, times: 3, plus: 4}
            atLeast: 2/3
            normalise: [{method: min-max, from: 1, to: 7}, borda]
            clamp: {min: 0}
            variables:
              - {id: population, name: {zh: 人口, en: Population}}
              - {id: region, type: category, review: none}
            measures:
              normalise: {method: min-max, lowest: {percentile: 2.5}, highest: 90, truncate: true}
              winsorise: {most: 5, skewness: 2, kurtosis: 3.5}
              impute: {with: mean, within: region}
            screen: [{atLeast: 0.9}, {node: numbers, atLeast: 0.66, nonZeroAtLeast: 0.05}]
            order: [denominate, impute, screen, treat, normalise]
            figures:
              - {id: scaled, name: {zh: 标准, en: Scaled}, of: whole, normalise: min-max, round: {digits: 2}}
              - {id: points, of: scaled, dividedBy: checks, clamp: {max: 90}, rank: {method: dense, basis: {digits: 1}, direction: lower}}
            excluded:
              - {node: dropped, reason: not comparable, author: us, at: 2021-09-30}
              - {checkPoint: checks.tiers, reason: not comparable, at: "2021-09-30T18:00:00+08:00"}
            overrides:
              - {target: t1, node: numbers, score: 3.5, reason: court, author: us, at: 2021-09-30}
            nodes:
              - id: numbers
                name: Numbers
                weight: 2
                aggregation: product
                atLeast: {count: 3, of: leaves}
                nodes:
                  - {id: inherited, name: Inherited, measure: {}}
                  - id: gdp
                    name: GDP
                    missing: carry-forward
                    measure:
                      direction: lower
                      denominate: {by: population, times: 1000}
                      impute: never
                      winsorise: {percentiles: {low: 5, high: 95}}
                      log: {method: coin, when: still-skewed, on: winsorised}
                      normalise: {method: z-score, deviation: population, mean: 45, sd: 20, parameters: {mean: 3.25, sd: 1.5}}
                  - id: life
                    name: Life
                    rank: {method: dense}
                    measure: {normalise: {method: goalposts, low: 20, high: 85, to: 100, truncate: true, scale: log}}
                  - id: methods
                    name: Every method
                    aggregation: copeland
                    measures: {winsorise: never, log: natural, impute: median}
                    nodes:
                      - {id: m1, name: m1, measure: {normalise: {method: rank, ties: average, first: best, within: region}}}
                      - {id: m2, name: m2, measure: {direction: -1, normalise: {method: percentile-rank, among: all}}}
                      - {id: m3, name: m3, measure: {normalise: {method: distance-to-maximum, parameters: {min: 0, max: 9}}}}
                      - {id: m4, name: m4, measure: {normalise: {method: distance-to-reference, target: t1, cap: true}}}
                      - {id: m5, name: m5, measure: {normalise: {method: distance-to-target, value: 7, cap: true}}}
                      - {id: m6, name: m6, measure: {normalise: {method: fraction-of-maximum, parameters: {campaign: c-2019}}}}
                      - {id: m7, name: m7, measure: {normalise: fraction-of-best, impute: 3}}
                      - {id: m9, name: m9, measure: {normalise: {method: min-max, lowest: {meanOf: 5}, highest: {meanOf: 3}}}}
                      - {id: m10, name: m10, measure: {normalise: {method: fraction-of-reference, target: t1, within: region}}}
                      - {id: m11, name: m11, measure: {normalise: [{method: fraction-of-mean, parameters: {mean: 12}}, {method: power, exponent: 0.8}]}}
                      - {id: m12, name: m12, measure: {normalise: [z-score, normal-probability, exponential]}}
                      - {id: m13, name: m13, measure: {normalise: {method: tiers, between: lines, tiers: [{from: 3, score: 5}, {from: 1, score: -2}]}}}
                      - {id: m14, name: m14, measure: {normalise: [{method: exponential}, {method: normal-probability}]}}
                      - {id: m8, name: m8, measure: {log: {method: decimal, plus: 1}, normalise: never, denominate: {by: m7}}}
              - id: checks
                name: Checks
                weight: 1/3
                bonusCap: 5
                normalise: z-score
                clamp: {min: 0, max: 100}
                checkPoints:
                  - {id: checks.list, text: a, points: 10, rule: checklist, veto: {node: whole, when: not-met, cap: 59}}
                  - {id: checks.penalty, text: a, points: -5, rule: checklist, missing: zero, undetermined: forbid}
                  - {id: checks.factor, text: a, points: 0, rule: checklist}
                  - {id: checks.graded, text: a, points: 10, rule: graded, grades: {full: 1, part: 0.5, stale: -0.5}, times: checks.factor, veto: {node: checks, when: [stale]}}
                  - {id: checks.best, text: a, points: 10, rule: benchmark, direction: lower, within: region, cap: false}
                  - {id: checks.base, text: a, points: 10, rule: benchmark, base: {target: t1}}
                  - {id: checks.value, text: a, points: 10, rule: benchmark, base: {value: 20}, times: population}
                  - {id: checks.ratio, text: a, points: 10, rule: ratio, of: {value: population}, cap: false}
                  - {id: checks.share, text: a, points: 10, rule: ratio, of: 100}
                  - {id: checks.tiers, text: a, points: 10, rule: tiers, tiers: [{from: 1, share: 0.5}], veto: {node: checks, when: {below: 1}}}
                  - {id: checks.count, text: a, points: 6, rule: count, each: 2, bonus: true}
                  - {id: checks.given, text: a, points: 10, rule: given, least: -5}
              - {id: dropped, name: Dropped, weight: 1, measure: {}}
            """;
}
