package cn.lingpao.methodology.uncertainty;

/** What the ranking would be if a node had never been in the tree. */
public record Removal(String nodeId, WhatIf effect) {}
