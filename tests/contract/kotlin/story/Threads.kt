package org.saywell.contract

import java.nio.file.Path
import java.time.OffsetDateTime
import java.util.concurrent.Callable
import java.util.concurrent.Executors
import java.util.concurrent.TimeUnit
import java.util.concurrent.TimeUnit.SECONDS
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.io.TempDir
import org.saywell.engine.Saywell

private const val THREADS = 8
private const val SECONDS_LONG = 10L

/** Many threads at one door: nothing is lost, nothing is written twice, and nobody waits for ever. */
class Threads {
    @TempDir lateinit var phone: Path

    private val evening = OffsetDateTime.parse("2026-11-23T20:00:00+01:00")

    @Test
    fun `eight threads lose no row`() {
        val path = phone.toString()
        val threads = Executors.newFixedThreadPool(THREADS)
        val written = Saywell.open(path, unlock(), emptyList()).use { saywell ->
            val end = System.nanoTime() + SECONDS.toNanos(SECONDS_LONG)
            val work = (1..THREADS).map { thread -> Callable { write(saywell, thread, end) } }
            // A deadlock is cut off by the time limit, and then its work is cancelled.
            val done = threads.invokeAll(work, 6 * SECONDS_LONG, TimeUnit.SECONDS)
            done.map { it.get() }.also { threads.shutdown() }
        }
        assertTrue(written.all { it > 0 }, "each thread wrote: $written")

        val found = Saywell.open(path, unlock(), emptyList()).use { saywell -> saywell.journal().use { it.notes(null, UInt.MAX_VALUE) } }
        val perThread = found.groupingBy { it.id.substringBefore('-').toInt() }.eachCount()
        assertEquals((1..THREADS).associateWith { written[it - 1] }, perThread)
        println("threads: $THREADS threads, $SECONDS_LONG s, ${written.sum()} notes written, ${found.size} found")
    }

    /** Writes notes until `end`, looking around between them; says how many were acknowledged. */
    private fun write(saywell: Saywell, thread: Int, end: Long): Int {
        var written = 0
        saywell.journal().use { journal ->
            saywell.progress().use { progress ->
                while (System.nanoTime() < end) {
                    written += 1
                    journal.writeNote("$thread-$written", "Note $written.", evening)
                    progress.home(evening)
                    saywell.lesson().use { it.title("lesson/talk-early") }
                }
            }
        }
        return written
    }
}
