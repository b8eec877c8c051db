package dev.vernier.io;

/** What an entry of a folder is. */
public enum EntryKind {
    /** A regular file. */
    FILE,
    /** A folder. */
    FOLDER,
    /** A symbolic link, whatever it leads to. */
    LINK,
    /** A pipe, socket or device: opening one may block for ever, or do something. */
    OTHER
}
