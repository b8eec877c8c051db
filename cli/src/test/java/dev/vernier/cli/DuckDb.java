package dev.vernier.cli;

import java.nio.file.Path;
import java.sql.Array;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads Parquet files by DuckDB, which shares no code with what writes them. */
public final class DuckDb {

    private DuckDb() {}

    /** The rows of a file: lists as lists, what is missing as null. */
    public static List<Map<String, Object>> rows(Path parquet) {
        return query("SELECT * FROM read_parquet('" + quoted(parquet) + "')");
    }

    /** The type of each column, as DuckDB names it. */
    public static Map<String, String> types(Path parquet) {
        Map<String, String> types = new LinkedHashMap<>();
        query("DESCRIBE SELECT * FROM read_parquet('" + quoted(parquet) + "')")
                .forEach(row -> types.put((String) row.get("column_name"), (String) row.get("column_type")));
        return types;
    }

    /** A path to be used between quotes. */
    public static String quoted(Path file) {
        return file.toString().replace("'", "''");
    }

    /** The rows that a query gives. */
    public static List<Map<String, Object>> query(String sql) {
        try (Connection database = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = database.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            List<Map<String, Object>> rows = new ArrayList<>();
            while (result.next()) {
                Map<String, Object> row = new LinkedHashMap<>();
                for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                    row.put(result.getMetaData().getColumnLabel(i), plain(result.getObject(i)));
                }
                rows.add(row);
            }
            return rows;
        } catch (SQLException e) {
            throw new AssertionError(sql, e);
        }
    }

    private static Object plain(Object value) throws SQLException {
        return value instanceof Array array ? Arrays.asList((Object[]) array.getArray()) : value;
    }
}
