/**
 * What an evaluation found, for people: curves over the threshold, and one HTML page that can be
 * sent to somebody who has neither the data nor this program.
 */
package io.github.unetfiji.report;
