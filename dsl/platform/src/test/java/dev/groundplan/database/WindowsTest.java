package dev.groundplan.database;

import static dev.groundplan.database.BackupWindow.backupWindow;
import static dev.groundplan.database.MaintenanceWindow.maintenanceWindow;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WindowsTest {

    @ParameterizedTest
    @CsvSource({
        "04:30-05:30, sun:04:00-sun:05:00", "03:30-04:01, sun:04:00-sun:05:00", "04:15-04:45, wed:04:00-wed:05:00",
        "03:00-06:00, sat:04:00-sat:05:00", "23:45-00:15, tue:00:00-tue:00:30", "23:45-00:15, sun:23:00-sun:23:50",
        "00:00-00:30, sun:23:30-mon:00:30", "23:30-00:30, mon:00:00-mon:01:00", "12:00-12:30, mon:00:00-sun:23:00",
    })
    void windows_with_a_common_minute_overlap(String backup, String maintenance) {
        assertThat(backupWindow(backup).overlaps(maintenanceWindow(maintenance)))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "03:00-04:00, sun:04:00-sun:05:00", "05:00-06:00, sun:04:00-sun:05:00", "00:30-01:00, sun:23:30-mon:00:30",
        "22:30-23:30, sun:23:30-mon:00:30", "23:45-00:15, sun:23:15-sun:23:45", "23:30-00:00, mon:00:00-mon:00:30",
    })
    void windows_that_only_touch_do_not_overlap(String backup, String maintenance) {
        assertThat(backupWindow(backup).overlaps(maintenanceWindow(maintenance)))
                .isFalse();
    }
}
