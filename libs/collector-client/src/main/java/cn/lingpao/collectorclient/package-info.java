/** How a program talks to the platform: a collector delivers observations and evidence and asks what is due. */
@NullMarked
package cn.lingpao.collectorclient;

import org.jspecify.annotations.NullMarked;
