package org.saywell.contract

import java.time.OffsetDateTime
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Test
import org.saywell.engine.Saywell
import org.saywell.engine.Unlock

private const val CUES = 66
private const val WARM = 2_000
private const val MEASURED = 1_001

/** What a call costs from Kotlin; `tests/speed/door.rs` makes the same calls and reads what is printed. */
class Speed {
    private val now = OffsetDateTime.parse("2026-11-23T20:00:00+01:00")

    @Test
    fun `calls cost little`() {
        val vault = checkNotNull(System.getenv("CONTRACT_VAULT")) { "tests/speed/door.rs says which vault" }
        Saywell.open(vault, Unlock(ByteArray(32) { 7 }, null, 1uL), emptyList()).use { saywell ->
            val progress = saywell.progress()
            val relaxation = saywell.relaxation()
            assertEquals(CUES, relaxation.currentRelaxation(now)?.timeline?.cues?.size)
            tell("day-starts-at") { progress.dayStartsAt() }
            tell("home") { progress.home(now) }
            tell("timeline") { relaxation.currentRelaxation(now) }
        }
    }

    /** The median after so many calls that they are compiled. */
    private fun tell(name: String, call: () -> Any?) {
        val times = LongArray(WARM + MEASURED) {
            val begun = System.nanoTime()
            sink = call()
            System.nanoTime() - begun
        }
        val median = times.drop(WARM).sorted()[MEASURED / 2]
        println("call $name ${median / 1e3}")
    }

    /** Keeps what a call returned from being optimised away. */
    @Volatile private var sink: Any? = null
}
