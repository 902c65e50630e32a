package lanline.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import lanline.core.model.Habits;

/** What comes on a connection to the port of the course programs of 2024 and 2025. */
class CoursePortFuzz {
    @FuzzTest(maxDuration = "2m")
    void nothingMakesItThrow(byte[] input) {
        Strangers.speak(Strangers.COURSE.accept(Strangers.FROM, Habits.UNKNOWN), input);
    }
}
