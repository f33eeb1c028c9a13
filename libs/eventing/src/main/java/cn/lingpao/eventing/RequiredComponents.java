package cn.lingpao.eventing;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.lang.reflect.Executable;
import java.util.Collection;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.Annotated;
import tools.jackson.databind.introspect.AnnotatedParameter;
import tools.jackson.databind.introspect.JacksonAnnotationIntrospector;

/** A component of a record that is not {@code @Nullable} has to be there, and so has every item of a list. */
final class RequiredComponents extends JacksonAnnotationIntrospector {

    @Override
    public JsonSetter.Value findSetterInfo(MapperConfig<?> config, Annotated annotated) {
        return annotated instanceof AnnotatedParameter component && !mayBeAbsent(component)
                ? JsonSetter.Value.construct(
                        Nulls.FAIL,
                        Collection.class.isAssignableFrom(component.getRawType()) ? Nulls.FAIL : Nulls.DEFAULT)
                : super.findSetterInfo(config, annotated);
    }

    private static boolean mayBeAbsent(AnnotatedParameter component) {
        Executable creator = (Executable) component.getOwner().getAnnotated();
        return component.getRawType().isPrimitive()
                || creator.getAnnotatedParameterTypes()[component.getIndex()].isAnnotationPresent(Nullable.class);
    }
}
