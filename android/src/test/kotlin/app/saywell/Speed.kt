package app.saywell

import android.graphics.Bitmap
import android.graphics.Canvas
import android.provider.Settings
import android.view.View
import android.widget.TextView
import app.saywell.exit.QuietRoute
import app.saywell.home.HomeRoute
import app.saywell.lesson.UnitRoute
import app.saywell.relaxation.RunningRoute
import app.saywell.ui.BreathingView
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RobolectricTestRunner
import org.robolectric.shadows.ShadowLooper
import org.saywell.engine.RelaxationForm
import java.io.File
import java.lang.management.ManagementFactory
import java.util.concurrent.TimeUnit

/**
 * Not a test: what `./test speed` prints of the app. -Dyears=… is the folder of a vault after ten years of daily use. The times are CPU
 * of the real framework on a desktop's JVM, once warm, with all that is drawn; a phone is slower by a factor that is the same for both
 * sides of a ratio.
 */
@RunWith(RobolectricTestRunner::class)
class Speed {
    private val years = File(System.getProperty("years")!!)
    private val vault get() = phone.noBackupFilesDir.resolve("vault")

    @Test fun figures() {
        launches()
        nextCards()
        frames()
        memory()
    }

    private fun launches() {
        val empty = mutableListOf<Long>()
        val full = mutableListOf<Long>()
        val ofTheDay = mutableListOf<Long>()
        repeat(21) {
            phone.begin()
            launch()
            empty += launch()
            live()
            ofTheDay += launch()
            full += launch()
        }
        println("speed: android-launch-first-of-the-day-ten-years-cpu %.2f ms, with the check of the vault".format(ms(ofTheDay)))
        println("speed: android-launch-to-home-empty-cpu %.2f ms".format(ms(empty)))
        tell("android-launch-to-home-ten-years-cpu", ms(full), "ms", 500.0)
        tell("android-launch-to-home-ten-years-vs-empty", median(full) / median(empty), "ratio", 1.5)
    }

    /** The process starts, and Home is there with all it says. */
    private fun launch(): Long {
        phone.forget()
        lateinit var hand: Hand
        return time { hand = Hand(HomeRoute); hand.draw() }.also { hand.close() }
    }

    private fun nextCards() {
        live()
        val times = (0 until 3).flatMap {
            val hand = Hand(HomeRoute, UnitRoute("lesson/talk-early"))
            (0 until 5).mapNotNull { hand.page.findViewById<View>(R.id.next)?.let { time { hand.tap(R.id.next); hand.draw() } } }.also { hand.close() }
        }
        tell("android-tap-to-next-card-cpu", ms(times), "ms", 100.0)
    }

    /** Four seconds of frames between two sentences: the thread of core does nothing at all meanwhile. */
    private fun frames() {
        Settings.Global.putFloat(phone.contentResolver, Settings.Global.ANIMATOR_DURATION_SCALE, 1f)
        phone.begin()
        for ((name, route) in listOf("quick-exit" to QuietRoute, "relaxation" to RunningRoute("s", "relaxation/slow-breath", RelaxationForm.FULL))) {
            val hand = Hand(HomeRoute, route)
            val disc = hand.views().first { it is BreathingView }
            val said = { hand.page.findViewById<TextView>(R.id.said)?.text?.toString() }
            fun frame() {
                ShadowLooper.idleMainLooper(16, TimeUnit.MILLISECONDS)
                disc.draw(Canvas(Bitmap.createBitmap(disc.width, disc.height, Bitmap.Config.ARGB_8888)))
            }
            // From just after a sentence, which core is told of, to the next one.
            val first = said()
            while (first != null && said() == first) frame()
            hand.rest()
            Thread.sleep(200) // until the thread of core sleeps again
            val sentence = said()
            var calls = 0
            repeat(FRAMES) {
                val before = busy()
                frame()
                if (said() == sentence && busy() > before) calls++
            }
            tell("android-frames-that-call-core-$name", calls.toDouble(), "of $FRAMES", 0.0)
            hand.close()
        }
        Settings.Global.putFloat(phone.contentResolver, Settings.Global.ANIMATOR_DURATION_SCALE, 0f)
    }

    /** Nanoseconds of CPU that core's thread has had so far. */
    private fun busy(): Long = ManagementFactory.getThreadMXBean().run {
        allThreadIds.filter { getThreadInfo(it)?.threadName == "core" }.sumOf { getThreadCpuTime(it).coerceAtLeast(0) }
    }

    /** What a turned phone, a dead process and a page that was left keep of the heap. */
    private fun memory() {
        live()
        val hand = Hand(HomeRoute)
        fun round() { hand.turn(); hand.tap("Learn"); hand.die(); hand.back() }
        repeat(10) { round() }
        val before = heap()
        repeat(50) { round() }
        tell("android-heap-kept-a-round", (heap() - before) / 50 / 1000.0, "kB", 20.0)
        println("speed: android-heap ${heap() / 1_000_000} MB, with the framework")
    }

    private fun heap(): Long {
        repeat(3) { System.gc(); Thread.sleep(100) }
        return Runtime.getRuntime().run { totalMemory() - freeMemory() }
    }

    /** The phone of somebody who has used it for ten years. */
    private fun live() {
        phone.begin()
        vault.deleteRecursively()
        years.copyRecursively(vault)
        phone.secret.bytes = ByteArray(32) { 7 }
    }

    private fun Hand.draw() = activity.window.decorView.run { draw(Canvas(Bitmap.createBitmap(width, height, Bitmap.Config.ARGB_8888))) }

    /** Nanoseconds of CPU, here and in core: what else the machine does falls out. */
    private fun time(act: () -> Unit): Long = spent().let { act(); spent() - it }

    private fun spent() = ManagementFactory.getThreadMXBean().currentThreadCpuTime + busy()

    private fun median(times: List<Long>) = times.sorted()[times.size / 2].toDouble()

    private fun ms(times: List<Long>) = median(times) / 1e6

    private fun tell(name: String, figure: Double, unit: String, limit: Double) =
        println("speed: $name %.2f $unit (limit $limit) ${if (figure <= limit) "ok" else "MISS"}".format(figure))

    private companion object {
        const val FRAMES = 240
    }
}
