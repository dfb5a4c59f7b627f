package app.saywell.pack

import org.bouncycastle.crypto.digests.Blake2bDigest
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters
import org.bouncycastle.crypto.signers.Ed25519Signer
import java.io.File
import java.util.Base64

/**
 * Who signs courses in tests, in the scheme of minisign, and a library that knows the key: the very one that is tested, with this key written over
 * the second that it trusts. So the app has no way to be told of a key.
 */
object Signer {
    const val NAME = "The desk"
    private val KEY_ID = "the desk".toByteArray()
    private val secret = Ed25519PrivateKeyParameters(ByteArray(32) { 7 })
    private val MAGIC = "SAYWPACK".toByteArray()
    private const val COMMENT = "saywell pack 1"

    /** What `packs.sh` has built, as it is before it is signed. */
    fun content(name: String): ByteArray = File("target/packs", name).readBytes()

    fun pack(name: String): ByteArray = sign(content(name))

    fun sign(content: ByteArray, key: ByteArray = KEY_ID): ByteArray {
        val signature = signed(Blake2bDigest(512).run { update(content, 0, content.size); ByteArray(64).also { doFinal(it, 0) } })
        return MAGIC + key + signature + signed(signature + COMMENT.toByteArray()) + content
    }

    private fun signed(bytes: ByteArray) = Ed25519Signer().run {
        init(true, secret)
        update(bytes, 0, bytes.size)
        generateSignature()
    }

    /** From now on this process calls the library that knows the key. */
    fun isTrusted() {
        if (System.getProperty(LIBRARY) == null) System.setProperty(LIBRARY, library().path)
    }

    private fun library(): File {
        val known = File("../content/keys/next.pub").readBytes()
        val bytes = File("target/engine/libsaywell.so").readBytes()
        val at = bytes.find(known)
        ours(known.size).copyInto(bytes, at)
        return File.createTempFile("libsaywell", ".so").apply { deleteOnExit(); writeBytes(bytes) }
    }

    /** A file of minisign with our public key, as long as the other one. */
    private fun ours(length: Int): ByteArray {
        val key = Base64.getEncoder().encodeToString("Ed".toByteArray() + KEY_ID + secret.generatePublicKey().encoded)
        return "untrusted comment: $NAME".padEnd(length - key.length - 2).plus("\n$key\n").toByteArray().also { check(it.size == length) }
    }

    private fun ByteArray.find(words: ByteArray): Int {
        val found = (0..size - words.size).filter { at -> words.indices.all { this[at + it] == words[it] } }
        return found.single()
    }

    private const val LIBRARY = "uniffi.component.saywell.libraryOverride"
}
