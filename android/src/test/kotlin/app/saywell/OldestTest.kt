/** API 24 is the oldest Android that the app runs on; what is compiled here is compiled against a newer one. */
package app.saywell

import android.app.Activity
import android.os.Build
import org.junit.Assert.assertEquals
import org.junit.Assert.assertTrue
import org.junit.Test
import org.objectweb.asm.ClassReader
import org.objectweb.asm.Opcodes
import org.objectweb.asm.Type
import org.objectweb.asm.tree.AbstractInsnNode
import org.objectweb.asm.tree.ClassNode
import org.objectweb.asm.tree.FieldInsnNode
import org.objectweb.asm.tree.IntInsnNode
import org.objectweb.asm.tree.JumpInsnNode
import org.objectweb.asm.tree.LdcInsnNode
import org.objectweb.asm.tree.LookupSwitchInsnNode
import org.objectweb.asm.tree.MethodInsnNode
import org.objectweb.asm.tree.MethodNode
import org.objectweb.asm.tree.TableSwitchInsnNode
import org.objectweb.asm.tree.TypeInsnNode
import java.io.File
import java.util.zip.ZipFile

class OldestTest {
    private val oldest = ZipFile(File("target/link").listFiles()!!.single { it.name.startsWith("android-all-7") })
    private val classes = mutableMapOf<String, ClassNode?>()

    /** What the app may call that API 24 lacks, and the level at which it came: members, and classes with all of theirs. */
    private val newer = mapOf(
        "android/app/NotificationChannel" to 26,
        "android/app/NotificationManager.createNotificationChannel" to 26,
        "android/app/NotificationManager.getNotificationChannel" to 26,
        "android/app/Notification\$Builder.<init>" to 26,
        "android/app/ActivityManager.isBackgroundRestricted" to 28,
        "android/app/usage/UsageStatsManager.getAppStandbyBucket" to 28,
        "android/view/View.setAccessibilityHeading" to 28,
        "android/view/View.setAccessibilityPaneTitle" to 28,
        "android/view/Window.setDecorFitsSystemWindows" to 30,
        "android/view/WindowInsets.getInsets" to 30,
        "android/view/WindowInsets\$Type" to 30,
        "android/widget/ProgressBar.setStateDescription" to 30,
        "android/app/Activity.getOnBackInvokedDispatcher" to 33,
        "android/app/Activity.setRecentsScreenshotEnabled" to 33,
        "android/app/LocaleManager" to 33,
        "android/window/OnBackInvokedCallback" to 33,
        "android/window/OnBackInvokedDispatcher" to 33,
    )

    @Test fun nothingNewerIsCalledUnguarded() {
        val app = File("target/classes/app").walk().filter { it.extension == "class" }.map { it.readBytes() }.toList()
        val engine = ZipFile("target/engine/engine.jar").run { entries().toList().filter { it.name.endsWith(".class") }.map { getInputStream(it).readBytes() } }
        assertTrue(app.size > 100 && engine.size > 100)
        assertEquals("", faults(app + engine).joinToString("\n"))
    }

    @Test fun whatIsNotGuardedIsFound() {
        val faults = faults(listOf(javaClass.getResourceAsStream("/app/saywell/Planted.class")!!.readBytes()))
        assertEquals(emptyList<String>(), listOf("plain", "low", "wrongWay", "late", "unlisted").filter { planted -> faults.none { "Planted.$planted:" in it } })
        assertEquals(emptyList<String>(), listOf("well", "early", "both").filter { planted -> faults.any { "Planted.$planted:" in it } })
    }

    private fun faults(code: List<ByteArray>): List<String> {
        val nodes = code.map { ClassNode().apply { ClassReader(it).accept(this, ClassReader.SKIP_DEBUG) } }
        nodes.forEach { classes[it.name] = it }
        return nodes.flatMap { owner -> owner.methods.flatMap { faults(owner, it) } }.distinct()
    }

    private fun faults(owner: ClassNode, method: MethodNode): List<String> {
        val sure = levels(method, ofClass(owner.name))
        return method.instructions.withIndex().mapNotNull { (i, call) ->
            val what = lacking(call) ?: return@mapNotNull null
            val since = newer[what] ?: newer[what.substringBefore('.')] ?: ofClass(what).takeIf { it > OLDEST }
            "${owner.name}.${method.name}: $what ${since?.let { "came with $it" } ?: "is not in API $OLDEST"}"
                .takeIf { sure[i] >= 0 && (since == null || sure[i] < since) }
        }
    }

    // What API 24 lacks.

    /** The class or member that an instruction needs and API 24 has not. */
    private fun lacking(call: AbstractInsnNode): String? = when (call) {
        is MethodInsnNode -> lacking(call.owner, call.name) { type -> type.methods.any { it.name == call.name && it.desc == call.desc } }
        is FieldInsnNode -> lacking(call.owner, call.name) { type -> type.fields.any { it.name == call.name && it.desc == call.desc } }
        is TypeInsnNode -> lacking(Type.getObjectType(call.desc))
        is LdcInsnNode -> (call.cst as? Type)?.let(::lacking)
        else -> null
    }

    private fun lacking(type: Type): String? {
        val name = (if (type.sort == Type.ARRAY) type.elementType else type).takeIf { it.sort == Type.OBJECT }?.internalName ?: return null
        return name.takeIf { if (isOurs(it)) ofClass(it) > OLDEST else isSystem(it) && old(it) == null }
    }

    private fun lacking(owner: String, name: String, has: (ClassNode) -> Boolean): String? {
        if (owner.startsWith("[") || !isOurs(owner) && !isSystem(owner)) return null
        if (lineage(owner, ::old).any(has)) return null
        // Declared somewhere in a newer framework, or not of the system at all.
        val declared = lineage(owner, ::now).firstOrNull(has)?.name ?: owner
        return "$declared.$name".takeIf { isSystem(declared) }
    }

    /** A class and all that it extends, as [find] knows them. */
    private fun lineage(name: String, find: (String) -> ClassNode?): Sequence<ClassNode> = sequence {
        val type = find(name) ?: return@sequence
        yield(type)
        for (above in listOfNotNull(type.superName) + type.interfaces) yieldAll(lineage(above, find))
    }

    private fun isOurs(name: String) = classes[name] != null && !isSystem(name)

    /** Of `java` the compiler sees no more than Java 8 has. */
    private fun isSystem(name: String) = name.startsWith("android/")

    private fun old(name: String): ClassNode? = if (isSystem(name)) read("24 $name") { oldest.getEntry("$name.class")?.let(oldest::getInputStream) } else now(name)

    private fun now(name: String): ClassNode? = read(name) { ClassLoader.getSystemResourceAsStream("$name.class") }

    private fun read(key: String, open: () -> java.io.InputStream?) = classes.getOrPut(key) {
        open()?.use { ClassNode().apply { ClassReader(it).accept(this, ClassReader.SKIP_CODE or ClassReader.SKIP_DEBUG) } }
    }

    /** A class of ours that is an extension of something newer exists from that level on only. */
    private fun ofClass(name: String): Int = when {
        name in newer -> newer.getValue(name)
        isSystem(name) -> OLDEST
        else -> classes[name]?.run { (interfaces + listOfNotNull(superName)).maxOfOrNull(::ofClass) } ?: OLDEST
    }

    // What is sure of the level, at each instruction: the least of all ways that lead there.

    private fun levels(method: MethodNode, atFirst: Int): IntArray {
        val code = method.instructions
        val sure = IntArray(code.size()) { -1 }
        val open = ArrayDeque<Int>()
        fun reach(at: Int, level: Int) {
            if (at >= sure.size || sure[at] in 0..level) return
            sure[at] = level
            open += at
        }
        if (code.size() > 0) reach(0, atFirst)
        while (open.isNotEmpty()) {
            val at = open.removeLast()
            val level = sure[at]
            for (block in method.tryCatchBlocks) if (at in code.indexOf(block.start) until code.indexOf(block.end)) reach(code.indexOf(block.handler), level)
            when (val step = code[at]) {
                is JumpInsnNode -> {
                    val (jumped, passed) = asked(step)
                    reach(code.indexOf(step.label), maxOf(level, jumped))
                    if (step.opcode != Opcodes.GOTO) reach(at + 1, maxOf(level, passed))
                }
                is TableSwitchInsnNode -> (step.labels + step.dflt).forEach { reach(code.indexOf(it), level) }
                is LookupSwitchInsnNode -> (step.labels + step.dflt).forEach { reach(code.indexOf(it), level) }
                else -> if (step.opcode != Opcodes.ATHROW && step.opcode !in Opcodes.IRETURN..Opcodes.RETURN) reach(at + 1, level)
            }
        }
        return sure
    }

    /** For a comparison of SDK_INT with a number: what is sure where it jumps, and where it passes on. */
    private fun asked(jump: JumpInsnNode): Pair<Int, Int> {
        val number = before(jump)
        val level = before(number) as? FieldInsnNode
        val n = (number as? IntInsnNode)?.operand ?: return 0 to 0
        if (level?.owner != "android/os/Build\$VERSION" || level.name != "SDK_INT") return 0 to 0
        return when (jump.opcode) {
            Opcodes.IF_ICMPLT -> 0 to n
            Opcodes.IF_ICMPLE -> 0 to n + 1
            Opcodes.IF_ICMPGE -> n to 0
            Opcodes.IF_ICMPGT -> n + 1 to 0
            else -> 0 to 0
        }
    }

    private fun before(step: AbstractInsnNode?): AbstractInsnNode? = generateSequence(step?.previous) { it.previous }.firstOrNull { it.opcode >= 0 }

    private companion object {
        const val OLDEST = 24
    }
}

/** What the check must find, and what it must let pass. Never run. */
@Suppress("unused")
class Planted(private val activity: Activity) {
    fun plain() { activity.window.decorView.isAccessibilityHeading = true }
    fun low() { if (Build.VERSION.SDK_INT >= 27) activity.window.decorView.isAccessibilityHeading = true }
    fun wrongWay() { if (Build.VERSION.SDK_INT < 28) activity.window.decorView.isAccessibilityHeading = true }
    fun late() { activity.window.decorView.run { isAccessibilityHeading = true; if (Build.VERSION.SDK_INT < 28) return } }
    fun unlisted() { if (Build.VERSION.SDK_INT >= 35) activity.window.decorView.setRequestedFrameRate(1f) }
    fun well() { if (Build.VERSION.SDK_INT >= 28) activity.window.decorView.isAccessibilityHeading = true }
    fun early() { if (Build.VERSION.SDK_INT < 28) return; activity.window.decorView.isAccessibilityHeading = true }
    fun both(on: Boolean) { if (on && Build.VERSION.SDK_INT > 27) activity.window.decorView.isAccessibilityHeading = true }
}
