package io.github.unetfiji.network;

/**
 * The numbers that the network computes with. The weights are float32 in every case: the program
 * casts them (DESIGN, decision 4).
 */
public enum Precision {
    FLOAT32,
    BFLOAT16
}
