package org.consentledger.mailing;

/** Where letters go, and what is told of them. */
public interface Post {

    /**
     * Sends a letter.
     *
     * @param number of the letter, counted from 1 for each addressee
     */
    void send(Addressee addressee, int number);

    /** This addressee gets none of the letters that are left. */
    void stopped(Addressee addressee);
}
