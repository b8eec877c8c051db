package dev.vernier.cache;

import java.util.List;
import java.util.Optional;

/** What Chronicle Map needs of the JVM; looked at before it is asked for anything, since its own failures are hard to understand. */
final class Requirements {

    /** Packages of java.base that it looks into by reflection. */
    private static final List<String> OPENED =
            List.of("java.lang", "java.lang.reflect", "java.io", "java.util", "sun.nio.ch");

    private static final String COMPILER = "jdk.compiler";
    private static final String LIBRARY = "net.openhft.chronicle.map.ChronicleMapBuilder";

    private Requirements() {}

    /**
     * Checks this JVM.
     *
     * @throws CacheException saying what is missing and what to do
     */
    static void check() throws CacheException {
        check(ModuleLayer.boot(), Requirements.class.getClassLoader());
    }

    static void check(ModuleLayer layer, ClassLoader libraries) throws CacheException {
        if (layer.findModule(COMPILER).isEmpty()) {
            throw new CacheException("the header cache needs a JDK: this Java, " + System.getProperty("java.home")
                    + ", is a runtime without the module " + COMPILER);
        }
        Module caller = Requirements.class.getModule();
        Optional<Module> base = layer.findModule("java.base");
        for (String name : OPENED) {
            if (base.isEmpty() || !base.get().isOpen(name, caller)) {
                throw new CacheException("the header cache needs JVM flags, --add-opens=java.base/" + name
                        + "=ALL-UNNAMED and others: start it by ./vernier or java -jar vernier.jar");
            }
        }
        try {
            Class.forName(LIBRARY, false, libraries);
        } catch (ClassNotFoundException e) {
            throw new CacheException(
                    "the header cache needs the optional dependency net.openhft:chronicle-map, which is not there", e);
        }
    }
}
